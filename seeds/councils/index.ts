import { kent } from '../kent/council.ts';
import { plymouth } from '../plymouth/council.ts';
import { doncaster } from './doncaster.ts';
import { dover } from './dover.ts';
import { greenwich } from './greenwich.ts';
import { lancaster } from './lancaster.ts';

/** Councils to try and test with, every address made up: two whole ones, and four kept for what is different in their rules. */
export const samples = [kent, plymouth, doncaster, dover, greenwich, lancaster];

/** Every council that there are settings for: a council that deploys adds its own. */
export const councils = [...samples];
