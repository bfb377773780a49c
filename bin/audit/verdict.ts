import * as z from 'zod/mini';

const reportSchema = z.looseObject({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string(), range: z.optional(z.string()) })),
});

/** What an audit of the dependencies comes to: nothing grave, packages by name that are gravely at fault, or that nobody could say. */
export type Verdict = { checked: true; grave: string[] } | { checked: false; why: string };

const graveSeverities = ['high', 'critical'];

/** Reads what `npm audit --json` printed. A registry that does not answer is no clean report: it is none. */
export const verdictOf = (printed: string): Verdict => {
  const json = asJson(printed);
  const report = reportSchema.safeParse(json);
  if (!report.success)
    return { checked: false, why: z.looseObject({ message: z.string() }).safeParse(json).data?.message ?? 'the registry gave no report' };
  const found = Object.entries(report.data.vulnerabilities).filter(([, { severity }]) => graveSeverities.includes(severity));
  return { checked: true, grave: found.map(([name, { severity, range }]) => `${name} ${range ?? ''} (${severity})`) };
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
