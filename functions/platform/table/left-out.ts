/** Whether anything of a value, however deep, is missing from what a schema read of it: what that schema does not know. */
export const leavesOut = (value: unknown, read: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const known = Object(read) as Record<string, unknown>;
  return Object.entries(value).some(([name, part]) => part !== undefined && (!(name in known) || leavesOut(part, known[name])));
};
