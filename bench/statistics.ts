/** The value that so great a part of them does not exceed: 0.5 for the median. */
export const quantile = (values: number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

export const median = (values: number[]): number => quantile(values, 0.5);
