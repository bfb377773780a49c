import type { LocalDate } from '../rules/local-date.ts';
import type { Pence } from '../rules/money.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';

/** Procurement thresholds of a sub-central authority, VAT included, by the day on which a procurement begins. */
export type Thresholds = {
  from: LocalDate;
  source: string;
  goods: Pence;
  services: Pence;
  lightTouch: Pence;
  works: Pence;
  concession: Pence;
  lightTouchConcession: Pence;
};

/**
 * Amounts of the Procurement Act 2023, Schedule 1, rows 7 to 10 and 12, as amended every second January. Those from 1 January 2028 are not
 * known: what begins then is judged by the last ones here until they are.
 */
const procurementThresholds: Thresholds[] = [
  {
    from: '2025-02-24',
    source: 'Procurement Act 2023, Sch 1',
    goods: 21_490_400,
    services: 21_490_400,
    lightTouch: 66_354_000,
    works: 537_260_900,
    concession: 537_260_900,
    lightTouchConcession: 537_260_900,
  },
  {
    from: '2026-01-01',
    source: 'Procurement Act 2023, Sch 1, as amended from 1 January 2026',
    goods: 20_772_000,
    services: 20_772_000,
    lightTouch: 66_354_000,
    works: 519_300_000,
    concession: 519_300_000,
    lightTouchConcession: 537_260_900,
  },
];

const lightTouchKind = (subject: Terms['subject']) => (subject === 'concession' ? 'lightTouchConcession' : 'lightTouch');

/** The threshold of a contract of this kind of which the procurement begins on a day. */
export const thresholdOn = ({ lightTouch, subject }: Pick<Terms, 'lightTouch' | 'subject'>, on: LocalDate): Pence =>
  settingOn(procurementThresholds, on)[lightTouch ? lightTouchKind(subject) : subject];

/**
 * A contract below the thresholds but worth this or more, VAT included (s 123(2)), is notifiable for a local authority (s 87(4)): £30,000.
 */
export const notifiableBelowThreshold: Pence = 3_000_000;

/** Contracts worth more than this go into the pipeline notice (s 93): £2m. */
export const pipelineOver: Pence = 200_000_000;

/** Contracts worth more than this publish key performance indicators and the contract itself (ss 52 and 53): £5m. */
export const indicatorsOver: Pence = 500_000_000;

/** A payment of more than this, VAT included, under a contract is published each quarter (s 70): £30,000. */
export const paymentsOver: Pence = 3_000_000;

/**
 * From these days on the payment and performance notices are in force (ss 70 and 71; SI 2025/1316, reg 2). The government's guidance asks
 * for payments only where the procurement began on that day or later; the Regulations themselves name every contract awarded under the Act.
 */
export const paymentNoticesFor: LocalDate = '2026-04-01';
export const performanceNoticesFrom: LocalDate = '2026-01-01';
