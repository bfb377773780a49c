import type { Notice } from '../decision/decision.ts';

/** The notice once somebody whom its email did not reach was given it otherwise. */
export const withGiven = (notice: Notice, one: NonNullable<Notice['given']>[number]): Notice => {
  const { unreached = [], given = [] } = notice;
  return { ...notice, unreached: unreached.filter((name) => name !== one.name), given: [...given, one] };
};
