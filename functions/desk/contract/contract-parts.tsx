import { hasOptions, OptionsTable } from '../../transparency/options-table.tsx';
import type { ComponentChildren, JSX } from 'preact';
import { InWords, stagesOf } from '../../transparency/contract.page.tsx';
import { TimetablePicture } from '../../procurement/timetable.picture.tsx';
import { Row } from '../../record/page/parts.tsx';
import { inWords, type LocalDate } from '../../rules/local-date.ts';
import { inPounds } from '../../rules/money.ts';
import type { Contract } from './contract-api.ts';
import { isSeenTo } from './contracts.page.tsx';

/** A contract with terms: it is in the register, or was. */
export type Termed = Extract<Contract, { effectiveEnd: string }>;

/** Whether a contract has terms; one that is only proposed has none. */
export const isTermed = (contract: Contract): contract is Termed => 'effectiveEnd' in contract;

/** A part of a contract’s page, under its heading. */
export const Part = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <section class="app-part">
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
);

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

/** What the register holds of a contract. */
export const Particulars = ({ of }: { of: Contract }): JSX.Element => (
  <dl class="govuk-summary-list">
    {isTermed(of) ? (
      <Terms of={of} />
    ) : (
      <Row name="As the decision had it">
        {[of.start && `from ${inWords(of.start)}`, of.end && `to ${inWords(of.end)}`].filter(Boolean).join(' ') || 'No dates'}
      </Row>
    )}
    <Row name="Department">{of.department}</Row>
    <Row name="Owner">{`${of.owner.name}, ${of.owner.email}`}</Row>
    <Row name="Sponsor">{`${of.sponsor.name}, ${of.sponsor.email}`}</Row>
    <Row name="Decisions">
      {of.decisions.length > 0
        ? of.decisions.map(({ number, outcome, delegates }) => `${number} (${outcome})${delegates ? `: ${delegates}` : ''}`).join('; ')
        : null}
    </Row>
    <Row name="Followed by">{of.successor && `Contract ${of.successor.id}, from ${inWords(of.successor.start)}`}</Row>
    <Row name="Decision in hand">{of.decisionInHand}</Row>
    <Row name="Put off until">{of.snoozedUntil && inWords(of.snoozedUntil)}</Row>
    <Row name="Open Contracting id">{of.ocid}</Row>
  </dl>
);

/** The options taken up and those ahead; nothing where there are none. */
export const Options = ({ of }: { of: Termed }): JSX.Element | null =>
  hasOptions(of) ? (
    <Part title="Extension options">
      <OptionsTable
        of={of}
        caption="In the order in which they can be taken up"
        price={inPounds}
        ahead={(day) => `The supplier must be told by ${day}`}
      />
    </Part>
  ) : null;

/** By when the decision on what follows must begin, drawn and in words; nothing where no plan can be made. */
export const Plan = ({ of, today }: { of: Termed; today: LocalDate }): JSX.Element | null => {
  const plan = of.latestSafeStart;
  if (!plan) return null;
  const words = `What follows must be in place on ${inWords(plan.arrivesBy)}. The last day to send in a proposal is ${inWords(plan.date)}.`;
  return (
    <Part title="When the decision on what follows must begin">
      <p class="govuk-body">
        {words}
        {plan.date < today && !isSeenTo(of) && <strong> That day has passed.</strong>}
        {plan.provisional && ' It is provisional: it lies beyond the bank holidays that are known.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard (WCAG 2.2, 2.1.1) */}
      <section class="app-scroll" aria-label="Timetable of what follows, drawn" tabIndex={0}>
        <TimetablePicture plan={{ ...plan, words }} today={today} />
      </section>
      <InWords title="The same timetable in words" of={stagesOf(plan)} />
    </Part>
  );
};

const when = ({ publishedOn, deadline }: { publishedOn: LocalDate | null; deadline: LocalDate | null }): string =>
  publishedOn ? `Published on ${inWords(publishedOn)}` : deadline ? `By ${inWords(deadline)}` : 'On its event';

const noticesIn = (found: Termed['notices']['notices']) =>
  found.map((notice) => ({ ...notice, name: `${notice.notice} ${notice.name}`, when: when(notice) }));

/** The procurement notices that the contract owes, and those on the way to what follows. */
export const Notices = ({ of: { notices } }: { of: Termed }): JSX.Element => (
  <Part title="Procurement notices">
    {notices.none && <p class="govuk-body">{notices.none}</p>}
    <InWords title="Of this contract" of={noticesIn(notices.notices)} />
    <InWords title="On the way to what follows" of={noticesIn(notices.ahead)} />
  </Part>
);
