import * as z from 'zod/mini';

type Wrong = { message: string; path: [string] };

/**
 * A rule over some fields of an object, told together with what is wrong in its other fields: a rule is left out only where one of the
 * fields that it reads is itself at fault.
 */
export const acrossFields = <Of extends object, Read extends keyof Of & string>(
  read: readonly Read[],
  holds: (of: Pick<Of, Read>) => unknown,
  wrong: Wrong,
) =>
  z.refine<Of>(holds, {
    ...wrong,
    // A fault at no field is of the whole: it is no object, or has a field too many, and with one too many the others can be read.
    when: ({ issues }) =>
      !issues.some(({ code, path: [at] = [] }) => (at === undefined ? code === 'invalid_type' : read.some((field) => field === at))),
  });
