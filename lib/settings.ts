import * as z from 'zod/mini';
import '../functions/rules/english.ts';

const streamArn = /^arn:aws:dynamodb:([a-z0-9-]+):(\d{12}):table\/([\w.-]{3,255})\/stream\/[\w.:-]+$/;
const vaultArn = /^arn:aws:backup:([a-z0-9-]+):(\d{12}):backup-vault:[\w-]{2,50}$/;

type Placed = { region: string; account?: string | undefined; restoredTable?: { name: string; streamArn: string } | undefined };

/** Where the stream of a restored table is not the table's own, in words: one that is another's announces nothing that is stored. */
const strayStream = ({ region, account, restoredTable }: Placed): string[] => {
  const [, itsRegion, itsAccount, itsTable] = streamArn.exec(restoredTable?.streamArn ?? '') ?? [];
  if (!restoredTable || itsTable === undefined) return [];
  return [
    ...(itsTable === restoredTable.name ? [] : ['The stream is of another table']),
    ...(itsRegion === region ? [] : ['The stream is in another region than the environment']),
    ...(account === undefined || itsAccount === account ? [] : ['The stream is in another account than the environment']),
  ];
};

const settingsSchema = z
  .strictObject({
    /** Which council's settings the functions load. */
    councilId: z.string().check(z.minLength(1)),
    /** Where people reach the API and the pages; links in emails begin with it. */
    publicUrl: z.url(),
    /** The council's OIDC issuer and the audience its tokens name. */
    issuer: z.url(),
    audience: z.string().check(z.minLength(1)),
    /** How the pages for officers and clerks are known to that issuer, where not by the audience. */
    webClientId: z.optional(z.string().check(z.minLength(1))),
    /** The scope they ask it for; it must bring a token with the audience above, the name, the email address and the roles. */
    webClientScope: z._default(z.string().check(z.minLength(1)), 'openid profile email'),
    /** The secret in Secrets Manager that holds their client secret, where the issuer gave one. */
    webClientSecretArn: z.optional(z.string().check(z.minLength(1))),
    /** The domain SES signs for; the sending address must be in it. */
    emailDomain: z.string().check(z.minLength(1)),
    emailFrom: z.email(),
    /** Origins of the council's own web front ends, if it has any. */
    webOrigins: z._default(z.array(z.url()), []),
    /** Who is emailed when an alarm goes off. */
    alarmEmail: z.optional(z.email()),
    /** Where the runbooks stand that alarms point to. */
    runbookUrl: z.url(),
    /** What the environment is for: `live` may lack nothing, and `dev` takes a new version at once instead of by degrees. */
    stage: z.optional(z.enum(['dev', 'test', 'live'])),
    /** Vault in another account and another region that every daily backup is copied to. */
    backupCopyVaultArn: z.optional(z.string().check(z.regex(vaultArn, 'Give the ARN of a backup vault'))),
    /**
     * The table that a restore made, where it takes the place of the record stack's own: its name, and the stream switched on in it
     * afterwards.
     */
    restoredTable: z.optional(
      z.strictObject({
        name: z.string().check(z.regex(/^[\w.-]{3,255}$/, 'Give the name of the restored table')),
        streamArn: z.string().check(z.regex(streamArn, 'Give the ARN of the stream of the restored table')),
      }),
    ),
    /**
     * CloudFront before the API, once the API stands: its certificate in us-east-1, the host of ApiEndpoint, and the council's own web ACL
     * if it has one.
     */
    site: z.optional(
      z.strictObject({
        certificateArn: z
          .string()
          .check(z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'Give the ARN of a certificate in us-east-1')),
        apiHost: z
          .string()
          .check(z.regex(/^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/, 'Give the host of ApiEndpoint, without https://')),
        webAclArn: z.optional(
          z.string().check(z.regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\//, 'Give the ARN of a web ACL for CloudFront')),
        ),
      }),
    ),
    account: z.optional(z.string()),
    region: z._default(z.string(), 'eu-west-2'),
  })
  .check(
    z.superRefine((settings, check) => {
      const missing =
        settings.stage === 'live'
          ? (['account', 'alarmEmail', 'backupCopyVaultArn'] as const).filter((name) => settings[name] === undefined)
          : [];
      for (const name of missing) check.addIssue({ code: 'custom', path: [name], message: 'A live environment cannot do without it' });
      for (const message of strayStream(settings)) check.addIssue({ code: 'custom', path: ['restoredTable'], message });
      const [, region, account] = vaultArn.exec(settings.backupCopyVaultArn ?? '') ?? [];
      if (region !== undefined && region === settings.region)
        check.addIssue({ code: 'custom', path: ['backupCopyVaultArn'], message: 'The copy must be in another region than the table' });
      if (account !== undefined && account === settings.account)
        check.addIssue({ code: 'custom', path: ['backupCopyVaultArn'], message: 'The copy must be in another account than the table' });
    }),
  );

/** What differs between one environment and another; nothing else does. */
export type Settings = z.infer<typeof settingsSchema>;

/** Reads one environment's settings; names every problem at once. */
export function readSettings(environment: unknown): Settings {
  const read = settingsSchema.safeParse(environment);
  if (!read.success) throw new Error(`The environment is not complete:\n${z.prettifyError(read.error)}`);
  return read.data;
}
