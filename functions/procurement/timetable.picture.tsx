import type { JSX } from 'preact';
import { addDays, addMonths, daysBetween, earliest, inWords, latest, type LocalDate } from '../rules/local-date.ts';
import type { PublicContract } from '../transparency/public-contract.schema.ts';

type Plan = NonNullable<PublicContract['plan']>;
type Row = Plan['timetable'][number];

const [width, labels, rowHeight, head] = [960, 290, 26, 46];
const chart = width - labels - 20;

const names: Record<string, string> = {
  'decision-clearance': 'Clearance',
  'decision-notice': 'Notice and committee',
  'decision-determination': 'Decision',
  'decision-call-in': 'Call-in',
  tender: 'Tender period',
  evaluation: 'Evaluation',
  'award-decision-clearance': 'Award: clearance',
  'award-decision-notice': 'Award: notice and committee',
  'award-decision-determination': 'Award: decision',
  'award-decision-call-in': 'Award: call-in',
  standstill: 'Standstill',
  signature: 'Signature',
  mobilisation: 'Mobilisation',
  contingency: 'Kept in hand',
  handover: 'Handover',
  'option-notice': 'Notice of the option',
  'change-notice': 'Change notice',
  'holiday-margin': 'Margin for bank holidays',
};

/** A stage by the name a reader knows. */
export const stageName = (stage: string): string => names[stage] ?? stage;

type Scale = { from: LocalDate; to: LocalDate; at: (date: LocalDate) => number };

const scaleOf = ({ date, arrivesBy, timetable }: Plan, today: LocalDate): Scale => {
  const from = earliest(date, ...timetable.map((row) => row.from), ...(today < date && daysBetween(today, date) < 400 ? [today] : []));
  const to = latest(arrivesBy, ...timetable.map((row) => row.to));
  const length = Math.max(1, daysBetween(from, to) + 1);
  return { from, to, at: (day) => labels + (daysBetween(from, day) / length) * chart };
};

const monthStarts = ({ from, to, at }: Scale): LocalDate[] => {
  const starts: LocalDate[] = [];
  for (let month = `${addMonths(from, 1).slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) starts.push(month);
  const every = Math.max(1, Math.ceil(starts.length / 9));
  // A label that would be cut off at the edge says nothing.
  return starts.filter((month, index) => index % every === 0 && at(month) < width - 70);
};

const shortMonth = (month: LocalDate): string =>
  inWords(month)
    .split(' ')
    .slice(1)
    .map((part, index) => (index === 0 ? part.slice(0, 3) : part))
    .join(' ');

const Bar = ({ row, index, scale }: { row: Row; index: number; scale: Scale }): JSX.Element => {
  const [y, x] = [head + index * rowHeight, scale.at(row.from)];
  const long = Math.max(3, scale.at(addDays(row.to, 1)) - x);
  return (
    <g>
      <text x={labels - 10} y={y + 17} text-anchor="end" font-size="14" fill="currentColor">
        {stageName(row.stage)}
      </text>
      <rect
        x={x}
        y={y + 4}
        width={long}
        height={rowHeight - 8}
        rx="2"
        fill="currentColor"
        fill-opacity={row.provisional ? 0.35 : 0.75}
        stroke="currentColor"
        stroke-dasharray={row.provisional ? '4 3' : undefined}
      />
    </g>
  );
};

type MarkOf = { day: LocalDate; words: string; scale: Scale; top: number; before: boolean; bottom: number };

const Mark = ({ day, words, scale, top, before, bottom }: MarkOf): JSX.Element => {
  const x = scale.at(day);
  return (
    <g>
      <line x1={x} y1={top + 4} x2={x} y2={bottom} stroke="currentColor" stroke-width="2" />
      <text x={before ? x - 4 : x + 4} y={top} text-anchor={before ? 'end' : 'start'} font-size="14" font-weight="bold" fill="currentColor">
        {words}
      </text>
    </g>
  );
};

/**
 * The way from the latest safe start to what follows, stage by stage, drawn to scale. It runs no script and takes the colour of the text;
 * the list after it says the same.
 */
export const TimetablePicture = ({ plan, today }: { plan: Plan; today: LocalDate }): JSX.Element => {
  const scale = scaleOf(plan, today);
  const bottom = head + plan.timetable.length * rowHeight + 4;
  // However near one day is to the other: the earlier on a line below the later, and written before its day, where no mark crosses it.
  const marks = [
    { day: plan.arrivesBy, words: `In place ${inWords(plan.arrivesBy)}`, top: 16, before: scale.at(plan.arrivesBy) > width - 200 },
    { day: plan.date, words: `Start by ${inWords(plan.date)}`, top: 34, before: true },
  ];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby="timetable-title timetable-words"
      viewBox={`0 0 ${width} ${bottom + 26}`}
      width={width}
      font-family="inherit"
    >
      <title id="timetable-title">Timetable of what follows</title>
      <desc id="timetable-words">{`${plan.words} The stages, drawn to scale, are in the list after this picture.`}</desc>
      {monthStarts(scale).map((month) => (
        <g>
          <line x1={scale.at(month)} y1={head} x2={scale.at(month)} y2={bottom} stroke="currentColor" stroke-opacity="0.3" />
          <text x={scale.at(month) + 3} y={bottom + 18} font-size="13" fill="currentColor">
            {shortMonth(month)}
          </text>
        </g>
      ))}
      {marks.map((mark) => (
        <Mark {...mark} scale={scale} bottom={bottom} />
      ))}
      {plan.timetable.map((row, index) => (
        <Bar row={row} index={index} scale={scale} />
      ))}
    </svg>
  );
};
