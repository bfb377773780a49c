/** A page as it is sent, under the name that a test gives it. */
export type Scene = { name: string; html: string };

/** What was answered, or a fault that says which page answered something else. */
export const scene = (name: string, { status, body }: { status: number | undefined; body: string | undefined }, expected = 200): Scene => {
  if (status !== expected || !body) throw new Error(`${name}: answered ${status}, not ${expected}: ${body?.slice(0, 500)}`);
  return { name, html: body };
};
