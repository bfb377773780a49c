import * as z from 'zod';

const settingsSchema = z.strictObject({
  /** Which council's settings the functions load. */
  councilId: z.string().min(1),
  /** Where people reach the API and the pages; links in emails begin with it. */
  publicUrl: z.url(),
  /** The council's OIDC issuer and the audience its tokens name. */
  issuer: z.url(),
  audience: z.string().min(1),
  /** How the pages for officers and clerks are known to that issuer, where not by the audience. */
  webClientId: z.string().min(1).optional(),
  /** The scope they ask it for; it must bring a token with the audience above, the name, the email address and the roles. */
  webClientScope: z.string().min(1).default('openid profile email'),
  /** The secret in Secrets Manager that holds their client secret, where the issuer gave one. */
  webClientSecretArn: z.string().min(1).optional(),
  /** The domain SES signs for; the sending address must be in it. */
  emailDomain: z.string().min(1),
  emailFrom: z.email(),
  /** Origins of the council's own web front ends, if it has any. */
  webOrigins: z.array(z.url()).default([]),
  /** Who is emailed when an alarm goes off. */
  alarmEmail: z.email().optional(),
  /** Where the runbooks stand that alarms point to. */
  runbookUrl: z.url(),
  account: z.string().optional(),
  region: z.string().default('eu-west-2'),
});

/** What differs between one environment and another; nothing else does. */
export type Settings = z.infer<typeof settingsSchema>;

/** Reads an environment's settings from the CDK context; names every problem at once. */
export function readSettings(environment: unknown): Settings {
  const read = settingsSchema.safeParse(environment);
  if (!read.success) throw new Error(`The environment in cdk.json is not complete:\n${z.prettifyError(read.error)}`);
  return read.data;
}
