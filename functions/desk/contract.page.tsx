import type { ComponentChildren, JSX } from 'preact';
import { InWords, stagesOf } from '../transparency/contract.page.tsx';
import { TimetablePicture } from '../procurement/timetable.picture.tsx';
import { Row, Table } from '../record/parts.tsx';
import { inWords, type LocalDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import { contractActions, contractDoneWords, isContractActionOpen, mayAmend } from './contract-actions.ts';
import type { Contract } from './contract-api.ts';
import { ContractTag, endInWords } from './contracts.page.tsx';
import { deskPage, type Visitor } from './frame.tsx';
import { DoneBanner } from './shown.tsx';

type Termed = Extract<Contract, { effectiveEnd: string }>;
type ContractOf = { visitor: Visitor; today: LocalDate; contract: Contract; done: string | null };

const isTermed = (contract: Contract): contract is Termed => 'effectiveEnd' in contract;

const Part = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => <section class="app-part"><h2 class="govuk-heading-m">{title}</h2>{children}</section>;

const CanDo = ({ visitor: { who }, contract }: Pick<ContractOf, 'visitor' | 'contract'>): JSX.Element => {
  const path = `/desk/contracts/${encodeURIComponent(contract.id)}`;
  const open = contractActions.filter((action) => isContractActionOpen(action, contract, who));
  const edits = mayAmend(contract, who);
  if (open.length === 0 && !edits) return <p class="govuk-body">Nothing that is yours to do.</p>;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {edits && <li><a class="govuk-link govuk-!-font-weight-bold" href={`${path}/edit`}>{contract.status === 'proposed' ? 'Register its real dates' : 'Change its particulars'}</a></li>}
      {open.map(({ name, title, grave }) => <li><a class={grave ? 'govuk-link' : 'govuk-link govuk-!-font-weight-bold'} href={`${path}/${name}`}>{title}</a></li>)}
    </ul>
  );
};

const mostShown = 6;

// An alert that covered several rungs of the ladder at once was one line of one email.
const sent = ({ alerts }: Contract) =>
  [...Map.groupBy(alerts.filter(({ toldOn }) => toldOn !== null), ({ toldOn, code }) => `${toldOn} ${code.split('-', 1)[0]}`).values()].flatMap((same) => same.at(-1) ?? []).toReversed();

const Due = ({ contract, today }: Pick<ContractOf, 'contract' | 'today'>): JSX.Element => {
  const ahead = contract.alerts.filter(({ toldOn, date }) => toldOn === null && date >= today).slice(0, mostShown);
  const told = sent(contract).slice(0, mostShown);
  return (
    <>
      {contract.warnings.map(({ words }) => <div class="govuk-inset-text">{words}</div>)}
      {ahead.length === 0 ? <p class="govuk-body">Nobody is to be told of anything.</p> : <Table caption="Alerts to come" columns={[{ name: 'On' }, { name: 'What' }, { name: 'Told' }]} rows={ahead.map(({ date, words, to }) => [inWords(date), words, to.join(', ')])} />}
      {told.length > 0 && <Table caption="Alerts sent" columns={[{ name: 'On' }, { name: 'What' }]} rows={told.map(({ toldOn, words }) => [inWords(toldOn ?? today), words])} />}
    </>
  );
};

const Terms = ({ of }: { of: Termed }): JSX.Element => (
  <>
    <Row name="Supplier">{[of.supplier.name, of.supplier.number].filter(Boolean).join(', ')}</Row>
    <Row name="Term">{`${inWords(of.start)} to ${inWords(of.effectiveEnd)}`}</Row>
    <Row name="Can run until">{of.maximumEnd > of.effectiveEnd ? inWords(of.maximumEnd) : null}</Row>
    <Row name="Value">{of.value.words}</Row>
    <Row name="Paid to date">{of.value.toDate && `${inPounds(of.value.toDate.pence)} on ${inWords(of.value.toDate.on)}`}</Row>
    <Row name="Procured under">{of.regimeInWords}</Row>
  </>
);

const Particulars = ({ of }: { of: Contract }): JSX.Element => (
  <dl class="govuk-summary-list">
    {isTermed(of) ? <Terms of={of} /> : <Row name="As the decision had it">{[of.start && `from ${inWords(of.start)}`, of.end && `to ${inWords(of.end)}`].filter(Boolean).join(' ') || 'No dates'}</Row>}
    <Row name="Department">{of.department}</Row>
    <Row name="Owner">{`${of.owner.name}, ${of.owner.email}`}</Row>
    <Row name="Sponsor">{`${of.sponsor.name}, ${of.sponsor.email}`}</Row>
    <Row name="Decisions">{of.decisions.length > 0 ? of.decisions.map(({ number, outcome, delegates }) => `${number} (${outcome})${delegates ? `: ${delegates}` : ''}`).join('; ') : null}</Row>
    <Row name="Followed by">{of.successor && `Contract ${of.successor.id}, from ${inWords(of.successor.start)}`}</Row>
    <Row name="Decision in hand">{of.decisionInHand}</Row>
    <Row name="Put off until">{of.snoozedUntil && inWords(of.snoozedUntil)}</Row>
    <Row name="Open Contracting id">{of.ocid}</Row>
  </dl>
);

const Options = ({ of: { exercised, optionsAhead } }: { of: Termed }): JSX.Element | null => {
  const rows = [
    ...exercised.map(({ option, months, amountPence, on, endsOn }) => [`Option ${option}`, `${months} months`, inPounds(amountPence), `Taken up on ${inWords(on)}`, inWords(endsOn)]),
    ...optionsAhead.map(({ option, months, amountPence, noticeBy, endsOn }) => [`Option ${option}`, `${months} months`, inPounds(amountPence), `The supplier must be told by ${inWords(noticeBy)}`, inWords(endsOn)]),
  ];
  return rows.length === 0 ? null : <Part title="Extension options"><Table caption="In the order in which they can be taken up" columns={[{ name: 'Option' }, { name: 'Length' }, { name: 'Value', isNumber: true }, { name: 'Where it stands' }, { name: 'Leads to' }]} rows={rows} /></Part>;
};

const Plan = ({ of, today }: { of: Termed; today: LocalDate }): JSX.Element | null => {
  const plan = of.latestSafeStart;
  if (!plan) return null;
  const words = `What follows must be in place on ${inWords(plan.arrivesBy)}. The last day to send in a proposal is ${inWords(plan.date)}.`;
  return (
    <Part title="When the decision on what follows must begin">
      <p class="govuk-body">{words}{plan.date < today && <strong> That day has passed.</strong>}{plan.provisional && ' It is provisional: it lies beyond the bank holidays that are known.'}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard (WCAG 2.2, 2.1.1) */}
      <section class="app-scroll" aria-label="Timetable of what follows, drawn" tabIndex={0}><TimetablePicture plan={{ ...plan, words }} today={today} /></section>
      <InWords title="The same timetable in words" of={stagesOf(plan)} />
    </Part>
  );
};

const when = ({ publishedOn, deadline }: { publishedOn: LocalDate | null; deadline: LocalDate | null }): string => (publishedOn ? `Published on ${inWords(publishedOn)}` : deadline ? `By ${inWords(deadline)}` : 'On its event');

const noticesIn = (found: Termed['notices']['notices']) => found.map((notice) => ({ ...notice, name: `${notice.notice} ${notice.name}`, when: when(notice) }));

const Notices = ({ of: { notices } }: { of: Termed }): JSX.Element => (
  <Part title="Procurement notices">
    {notices.none && <p class="govuk-body">{notices.none}</p>}
    <InWords title="Of this contract" of={noticesIn(notices.notices)} />
    <InWords title="On the way to what follows" of={noticesIn(notices.ahead)} />
  </Part>
);

/** One contract: what falls due, what may be done now, and everything that follows from what the register holds. */
export const contractPage = ({ visitor, today, contract, done }: ContractOf): string =>
  deskPage({
    title: `${contract.reference} ${contract.title}`, visitor,
    children: (
      <>
        <DoneBanner words={contractDoneWords(done)} />
        <span class="govuk-caption-l">{`Contract ${contract.reference}`}</span>
        <h1 class="govuk-heading-l">{contract.title}</h1>
        <p class="govuk-body"><ContractTag of={contract} today={today} /> {endInWords(contract)}</p>
        <Part title="What falls due"><Due contract={contract} today={today} /></Part>
        <Part title="What you can do"><CanDo visitor={visitor} contract={contract} /></Part>
        <Part title="Particulars"><Particulars of={contract} /></Part>
        {isTermed(contract) && <><Options of={contract} /><Plan of={contract} today={today} /><Notices of={contract} /></>}
      </>
    ),
  });
