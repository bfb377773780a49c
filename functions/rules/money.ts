/** A sum of money in whole pence. Never pounds, never a fraction of a penny. */
export type Pence = number;

// The engine's own way of grouping loads every language of the world, 20 ms of a cold start.
const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** The pence as pounds in words the public reads: `£1,600,000`, with pence only where there are any: `£2,924,295.28`. */
export const inPounds = (pence: Pence): string => {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`${pence} is not a whole number of pence`);
  const pounds = grouped(Math.trunc(Math.abs(pence) / 100));
  const odd = Math.abs(pence) % 100;
  return `${pence < 0 ? '-' : ''}£${pounds}${odd === 0 ? '' : `.${String(odd).padStart(2, '0')}`}`;
};

/** The pence as pounds in figures alone, as a file of data has them: `1600000.00`. No pence below nothing. */
export const inFigures = (pence: Pence): string => `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;

// £90 million million: a figure only typing mistakes reach. Held there, it is still over every threshold and still whole pence.
const most = Number.MAX_SAFE_INTEGER;

/** All of the sums added, exact to the penny; beyond £90,071,992,547,409.91 it is held at that figure. Nothing adds up to nothing. */
export const sum = (...amounts: Pence[]): Pence =>
  Math.min(
    most,
    amounts.reduce((total, amount) => total + amount, 0),
  );

/** So many of one sum, exact to the penny; beyond £90,071,992,547,409.91 it is held at that figure. */
export const times = (amount: Pence, count: number): Pence => Math.min(most, amount * count);
