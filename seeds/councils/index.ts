import { kent } from '../kent/council.ts';
import { plymouth } from '../plymouth/council.ts';
import { doncaster } from './doncaster.ts';
import { dover } from './dover.ts';
import { greenwich } from './greenwich.ts';
import { lancaster } from './lancaster.ts';

/** Every council held: two whole ones, and four kept for what is different in their rules. */
export const councils = [kent, plymouth, doncaster, dover, greenwich, lancaster];
