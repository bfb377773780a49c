import type { LocalDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Council } from './council.schema.ts';
import type { CouncilResponse } from './council-response.schema.ts';
import { holderOf } from './directory.rules.ts';
import { settingWarnings } from './settings-warnings.rules.ts';

const postsOn = (council: Council, on: LocalDate): CouncilResponse['posts'] =>
  council.posts.flatMap(({ id, kind, members }) => {
    const holder = holderOf(council, id, on);
    return holder ? [{ id, kind, title: holder.title, name: holder.name, email: holder.email, ...(members ? { members } : {}) }] : [];
  });

const vacantOn = (council: Council, on: LocalDate): CouncilResponse['vacant'] =>
  council.posts.filter(({ id }) => holderOf(council, id, on) === null).map(({ id, title, kind }) => ({ id, title, kind }));

/** The settings in force on a Europe/London day, whoever held each post then, and the posts that nobody held. */
export const inForce = (council: Council, on: LocalDate): CouncilResponse => {
  const thresholds = rulesInForce(council.keyRules, on);
  const callIn = rulesInForce(council.callInRules, on);
  const { id, name, colour, website, kind, areaWord, departments, committees } = council;
  return {
    id,
    name,
    colour,
    website,
    kind,
    areaWord,
    departments,
    thresholds,
    callIn,
    limits: { areas: thresholds.area?.limit ?? null, comparison: thresholds.area?.comparison ?? null },
    clearDays: {
      notice: council.noticeClearDays,
      generalException: council.generalExceptionClearWorkingDays,
      callIn: callIn.clearWorkingDays,
      consultation: council.consultationClearWorkingDays,
    },
    divisions: council.divisions.map((division) => division.name),
    warnings: settingWarnings(council, on),
    posts: postsOn(council, on),
    vacant: vacantOn(council, on),
    committees: committees.map((committee) => ({ name: committee.name })),
  };
};
