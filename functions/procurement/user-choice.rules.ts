import type { Terms } from '../contract/contract-terms.schema.ts';

/**
 * Whether a contract was awarded directly to whom the user chose (Procurement Act 2023, s 41 with Sch 5 para 15), to which sections 44, 50,
 * 53 and 80 do not apply. Ticked of one that was put out to competition or called off it says nothing.
 */
export const wasUserChoice = ({ route, userChoice }: Pick<Terms, 'route' | 'userChoice'>): boolean =>
  route === 'direct-award' && userChoice === true;

/** Why a contract calls for no notice at all where it was the user's choice, in words that the public reads. */
export const noneByUserChoice = 'None: it was awarded directly, to whom the user chose (Procurement Act 2023, ss 44, 50, 53 and 80).';
