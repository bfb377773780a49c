import type { JSX } from 'preact';
import { inWords, type LocalDate } from '../../rules/local-date.ts';
import type { Contract } from './contract-api.ts';
import { deskPage, type Visitor } from '../frame.tsx';
import { LeftOut } from '../shown.tsx';

/** What the list of contracts is drawn from; `owner` and `over` say which were asked for. */
export type ContractsOf = {
  visitor: Visitor;
  today: LocalDate;
  items: Contract[];
  unreadable: number;
  next: string | null;
  owner: string;
  over: boolean;
};

/** A contract by its reference and title, and the way to its page. */
export const ContractLink = ({ of: { id, reference, title } }: { of: Pick<Contract, 'id' | 'reference' | 'title'> }): JSX.Element => (
  <a class="govuk-link" href={`/desk/contracts/${encodeURIComponent(id)}`}>{`${reference} ${title}`}</a>
);

/** The last day to begin what follows; null where no decision has to follow. */
const safeStartOf = (contract: Contract): LocalDate | null =>
  'latestSafeStart' in contract ? (contract.latestSafeStart?.date ?? null) : null;

/** The day on which a contract ends as it stands, or is proposed to. */
const endOf = (contract: Contract): LocalDate | null => ('effectiveEnd' in contract ? contract.effectiveEnd : contract.end);

/** Whether a proposal for what follows is asked for no more: something follows without a gap, or a decision on that is in hand. */
export const isSeenTo = ({ decisionInHand, successor, warnings }: Contract): boolean =>
  decisionInHand !== null || (successor !== null && warnings.every(({ code }) => code !== 'gap'));

const tags: Record<Contract['status'], [string, string]> = {
  proposed: ['Proposed', 'yellow'],
  registered: ['Runs', 'green'],
  ended: ['Ended', 'grey'],
  closed: ['Closed', 'grey'],
};

/** Where a contract stands, as a tag; one that should have been followed up by now says so. */
export const ContractTag = ({ of, today }: { of: Contract; today: LocalDate }): JSX.Element => {
  const [start, end] = [safeStartOf(of), endOf(of)];
  if (of.status === 'registered' && end !== null && end < today) return <strong class="govuk-tag govuk-tag--red">Past its end</strong>;
  if (of.status === 'registered' && start !== null && start < today && !isSeenTo(of))
    return <strong class="govuk-tag govuk-tag--red">Late</strong>;
  return <strong class={`govuk-tag govuk-tag--${tags[of.status][1]}`}>{tags[of.status][0]}</strong>;
};

/** When it ends, ended or is proposed to end; null where nobody has said. */
export const endInWords = (of: Contract): string | null => {
  if (of.status === 'ended') return `Ended on ${inWords(of.ended.on)}.`;
  const end = endOf(of);
  return end && `${of.status === 'registered' ? 'Ends' : 'Proposed to end'} on ${inWords(end)}.`;
};

// Said on its own page: in a list it would stand beside half of all contracts.
const onItsPageOnly = 'past-reorganisation';

const sentences = (of: Contract, today: LocalDate): string[] => {
  const [start, end] = [safeStartOf(of), endInWords(of)];
  return [
    ...(start && !isSeenTo(of)
      ? [
          `${start < today ? 'A proposal for what follows was to be submitted' : 'Submit a proposal for what follows'} by ${inWords(start)}.`,
        ]
      : []),
    ...(end ? [end] : []),
    ...(of.decisionInHand ? [`Decision ${of.decisionInHand} is in hand.`] : []),
    ...(of.snoozedUntil ? [`Put off until ${inWords(of.snoozedUntil)}.`] : []),
    ...of.warnings.filter(({ code }) => code !== onItsPageOnly).map(({ words }) => words),
  ];
};

const Line = ({ of, today }: { of: Contract; today: LocalDate }): JSX.Element => (
  <li>
    <ContractLink of={of} /> <ContractTag of={of} today={today} />
    <p class="govuk-body">{sentences(of, today).join(' ')}</p>
    <p class="govuk-body">{`${of.supplier?.name ?? 'No supplier yet'}. Owner: ${of.owner.name}.`}</p>
  </li>
);

const Filter = ({ owner }: { owner: string }): JSX.Element => (
  <form method="get" action="/desk/contracts">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="owner">
        Owner’s email address
      </label>
      <input
        class="govuk-input govuk-input--width-20"
        id="owner"
        name="owner"
        type="text"
        inputMode="email"
        autocomplete="email"
        value={owner}
      />
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary">
      Show
    </button>
  </form>
);

const address = (asked: Record<string, string>): string => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return query.size > 0 ? `/desk/contracts?${query}` : '/desk/contracts';
};

/** Contracts by urgency, a page at a time: what must be begun first is on top. */
export const contractsPage = ({ visitor, today, items, unreadable, next, owner, over }: ContractsOf): string => {
  const title = over ? 'Contracts that are over' : 'Contracts by urgency';
  return deskPage({
    title,
    visitor,
    here: 'contracts',
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {visitor.who.roles.includes('contracts') && (
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href="/desk/contracts/new">
              Register a contract
            </a>
            , or{' '}
            <a class="govuk-link" href="/desk/import">
              bring in a register
            </a>
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={address({ owner, over: over ? '' : 'true' })}>
            {over ? 'Contracts that run or are proposed' : 'Contracts that are over'}
          </a>
        </p>
        <Filter owner={owner} />
        <LeftOut unreadable={unreadable} />
        {items.length === 0 ? (
          unreadable === 0 && <p class="govuk-body">There is none here.</p>
        ) : (
          <ul class="govuk-list app-cards">
            {items.map((of) => (
              <Line of={of} today={today} />
            ))}
          </ul>
        )}
        {next && (
          <p class="govuk-body">
            <a class="govuk-link" href={address({ owner, over: over ? 'true' : '', cursor: next })}>
              More contracts
            </a>
          </p>
        )}
      </>
    ),
  });
};
