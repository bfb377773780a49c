import type { JSX } from 'preact';
import { Table } from '../../record/page/parts.tsx';
import { inWords, type LocalDate } from '../../rules/local-date.ts';
import { contractActions, contractDoneWords, isContractActionOpen, mayAmend } from './contract-actions.ts';
import type { Contract } from './contract-api.ts';
import { ContractTag, endInWords } from './contracts.page.tsx';
import { deskPage, type Visitor } from '../frame.tsx';
import { DoneBanner } from '../shown.tsx';
import { isTermed, Notices, Options, Part, Particulars, Plan } from './contract-parts.tsx';

type ContractOf = { visitor: Visitor; today: LocalDate; contract: Contract; done: string | null };

const CanDo = ({ visitor: { who }, contract }: Pick<ContractOf, 'visitor' | 'contract'>): JSX.Element => {
  const path = `/desk/contracts/${encodeURIComponent(contract.id)}`;
  const open = contractActions.filter((action) => isContractActionOpen(action, contract, who));
  const edits = mayAmend(contract, who);
  if (open.length === 0 && !edits) return <p class="govuk-body">Nothing that is yours to do.</p>;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {edits && (
        <li>
          <a class="govuk-link govuk-!-font-weight-bold" href={`${path}/edit`}>
            {contract.status === 'proposed' ? 'Register its real dates' : 'Change its particulars'}
          </a>
        </li>
      )}
      {open.map(({ name, title, grave }) => (
        <li>
          <a class={grave ? 'govuk-link' : 'govuk-link govuk-!-font-weight-bold'} href={`${path}/${name}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
};

const mostShown = 6;

// An alert that covered several rungs of the ladder at once was one line of one email.
const sent = ({ alerts }: Contract) =>
  [
    ...Map.groupBy(
      alerts.filter(({ toldOn }) => toldOn !== null),
      ({ toldOn, code }) => `${toldOn} ${code.split('-', 1)[0]}`,
    ).values(),
  ]
    .flatMap((same) => same.at(-1) ?? [])
    .toReversed();

const Due = ({ contract, today }: Pick<ContractOf, 'contract' | 'today'>): JSX.Element => {
  const ahead = contract.alerts.filter(({ toldOn, date }) => toldOn === null && date >= today).slice(0, mostShown);
  const told = sent(contract).slice(0, mostShown);
  return (
    <>
      {contract.warnings.map(({ words }) => (
        <div class="govuk-inset-text">{words}</div>
      ))}
      {ahead.length === 0 ? (
        <p class="govuk-body">Nobody is to be told of anything.</p>
      ) : (
        <Table
          caption="Alerts to come"
          columns={[{ name: 'On' }, { name: 'What' }, { name: 'Told' }]}
          rows={ahead.map(({ date, words, to }) => [inWords(date), words, to.join(', ')])}
        />
      )}
      {told.length > 0 && (
        <Table
          caption="Alerts sent"
          columns={[{ name: 'On' }, { name: 'What' }]}
          rows={told.map(({ toldOn, words }) => [inWords(toldOn ?? today), words])}
        />
      )}
    </>
  );
};

/** One contract: what falls due, what may be done now, and everything that follows from what the register holds. */
export const contractPage = ({ visitor, today, contract, done }: ContractOf): string =>
  deskPage({
    title: `${contract.reference} ${contract.title}`,
    visitor,
    children: (
      <>
        <DoneBanner words={contractDoneWords(done)} />
        <span class="govuk-caption-l">{`Contract ${contract.reference}`}</span>
        <h1 class="govuk-heading-l">{contract.title}</h1>
        <p class="govuk-body">
          <ContractTag of={contract} today={today} /> {endInWords(contract)}
        </p>
        <Part title="What falls due">
          <Due contract={contract} today={today} />
        </Part>
        <Part title="What you can do">
          <CanDo visitor={visitor} contract={contract} />
        </Part>
        <Part title="Particulars">
          <Particulars of={contract} />
        </Part>
        {isTermed(contract) && (
          <>
            <Options of={contract} />
            <Plan of={contract} today={today} />
            <Notices of={contract} />
          </>
        )}
      </>
    ),
  });
