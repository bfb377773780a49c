import { contractsOf1700102 } from './kent-17-00102.ts';
import { contractsOf2000017 } from './kent-20-00017.ts';
import { contractOf2300074 } from './kent-23-00074.ts';
import type { SeedContracts } from './seed-contract.ts';

/** Every family of contracts held here. */
export const contractFamilies: SeedContracts[] = [contractsOf1700102, contractsOf2000017, contractOf2300074];
