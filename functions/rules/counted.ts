/** So many of something: `1 month`, `3 months`; `many` where an s does not make it of `one`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
