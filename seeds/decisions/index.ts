import { kent1700102 } from './kent-17-00102.ts';
import { kent1900073 } from './kent-19-00073.ts';
import { kent2000017 } from './kent-20-00017.ts';
import { kent2300022 } from './kent-23-00022.ts';
import { plymouth20230710 } from './plymouth-2023-07-10.ts';

/** The five real decisions, oldest first. */
export const decisions = [kent1700102, kent1900073, kent2000017, kent2300022, plymouth20230710];
