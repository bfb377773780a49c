import type { Notice } from '../decision/decision.ts';

/** The notice once somebody whom its email did not reach was given it otherwise; of each of them the day that was entered last. */
export const withGiven = (notice: Notice, one: NonNullable<Notice['given']>[number]): Notice => {
  const { unreached = [], given = [] } = notice;
  return {
    ...notice,
    unreached: unreached.filter((name) => name !== one.name),
    given: [...given.filter(({ name }) => name !== one.name), one],
  };
};
