import type { Proposal } from '../desk-api.ts';
import type { List } from '../form/field.ts';

/** The wording of a decision, one resolution to a row. */
export const resolutions: List = {
  as: 'list',
  name: 'proposedDecision',
  label: 'The wording',
  hint: 'Change it here only where the outcome changes it; otherwise leave it as it stands.',
  itemName: 'Resolution',
  item: { as: 'words', name: 'resolution', label: 'Resolution', rows: 3 },
};

/** What a form that may reword a decision begins with. */
export const wording = ({ proposedDecision = [] }: Proposal) => ({ proposedDecision });

/**
 * What is sent of such a form, with the wording only where it was changed or where the outcome `changes` it: a form that shows the
 * wording sends it back, and unchanged it is no new wording.
 */
export const onlyIfChanged =
  (changes: string) =>
  (value: Record<string, unknown>, proposal: Proposal): Record<string, unknown> => {
    const { proposedDecision, ...rest } = value;
    const same = JSON.stringify(proposedDecision) === JSON.stringify(proposal.proposedDecision ?? []);
    return value.outcome !== changes && same ? rest : value;
  };
