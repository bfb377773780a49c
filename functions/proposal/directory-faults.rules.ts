import type { Council } from '../council/council.schema.ts';
import { holderOf, postOf } from '../council/directory.rules.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { Draft } from './proposal.schema.ts';
import { lettersOf } from '../rules/alike.ts';
import type { Fault } from '../rules/fault.ts';

type Asked = { council: Council; on: LocalDate };
type Named = string | undefined;

const postFaults = ({ council, on }: Asked, path: string, id: Named, ...before: unknown[]): Fault[] => {
  if (id === undefined) return [];
  if (!postOf(council, id)) return [{ path, message: `${council.name} has no post or body called "${id}"` }];
  return holderOf(council, id, on) || before.includes(id) ? [] : [{ path, message: `Nobody holds the post "${id}" on ${on}` }];
};

const powerFaults = (council: Council, path: string, id: string | undefined): Fault[] => {
  const kind = id ? postOf(council, id)?.kind : undefined;
  return kind === 'scrutiny' || kind === 'council' ? [{ path, message: 'This post has no executive power to decide' }] : [];
};

const jointFaults = (council: Council, { decisionMaker, jointWith }: Draft): Fault[] => {
  if (!jointWith || !decisionMaker) return [];
  if (jointWith === decisionMaker) return [{ path: 'jointWith', message: 'This is the decision maker already' }];
  const bodies = [decisionMaker, jointWith].some((id) => postOf(council, id)?.kind === 'body');
  return bodies ? [{ path: 'jointWith', message: 'A body decides by itself, at its meeting' }] : [];
};

const makerFaults = (asked: Asked, content: Draft, before: Draft): Fault[] => {
  const { council } = asked;
  return [
    ...postFaults(asked, 'decisionMaker', content.decisionMaker, before.decisionMaker),
    ...powerFaults(council, 'decisionMaker', content.decisionMaker),
    ...postFaults(asked, 'jointWith', content.jointWith, before.jointWith),
    ...powerFaults(council, 'jointWith', content.jointWith),
    ...jointFaults(council, content),
    ...postFaults(asked, 'inThePlaceOf', content.inThePlaceOf, before.inThePlaceOf),
  ];
};

/**
 * Every division or ward that the council does not have, with the one it has where only capitals or marks differ, or that is named twice.
 */
export const divisionFaults = (council: Council, affected: Draft['divisionsAffected']): Fault[] => {
  if (affected === undefined || affected === 'all') return [];
  const known = new Set(council.divisions.map(({ name }) => name));
  return affected.flatMap((name, index) => {
    if (!known.has(name)) {
      const meant = [...known].find((each) => lettersOf(each) === lettersOf(name));
      const message = `${council.name} has no ${council.areaWord} called "${name}"${meant ? `: write "${meant}"` : ''}`;
      return [{ path: `divisionsAffected.${index}`, message }];
    }
    return affected.indexOf(name) < index ? [{ path: `divisionsAffected.${index}`, message: `"${name}" is named twice` }] : [];
  });
};

/**
 * Every name in a proposal that the council's directory does not know, or that nobody answers to on the day. A post that stood in the same
 * part of what it was before may have fallen vacant since.
 */
export const directoryFaults = (council: Council, content: Draft, on: LocalDate, before: Draft = {}): Fault[] => {
  const asked = { council, on };
  return [
    ...makerFaults(asked, content, before),
    ...postFaults(asked, 'leadDirector', content.leadDirector, before.leadDirector),
    ...(content.inConsultationWith ?? []).flatMap((id, index) =>
      postFaults(asked, `inConsultationWith.${index}`, id, ...(before.inConsultationWith ?? [])),
    ),
    ...(content.consultees ?? []).flatMap((who, index) =>
      typeof who === 'string' ? postFaults(asked, `consultees.${index}`, who, ...(before.consultees ?? [])) : [],
    ),
    ...divisionFaults(council, content.divisionsAffected),
  ];
};
