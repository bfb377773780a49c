import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { waitingAtMost } from '../platform/waiting.ts';

/** One message as it goes to SES. */
export type Outgoing = { raw: Uint8Array; from: string; to: string; decisionId: string; key: string };

/** Accepted with the id SES gave it, or refused for good with the reason. Whatever may yet succeed throws. */
export type Handed = { accepted: true; messageId: string } | { accepted: false; reason: string };

export type SendEmail = (outgoing: Outgoing) => Promise<Handed>;

// Everything else SES says, such as a missing configuration set, is our fault and can be put right.
const refusedForGood = new Set(['MessageRejected', 'InvalidParameterValue']);

// SES gives the same name to what is wrong with the sender: an account paused or still in the sandbox, a domain whose DKIM records are
// gone. No address and no letter is at fault then, and all of them may go tomorrow.
const ofTheSender = /\b(not verified|paused|suspended|disabled)\b/i;

const isForGood = (fault: unknown): fault is Error =>
  fault instanceof Error && refusedForGood.has(fault.name) && !ofTheSender.test(fault.message);

/** A client of SES that waits seconds: two tries fit well within the time an email is claimed for. */
export const sesClient = (config: SESClientConfig = {}): SESClient =>
  new SESClient({ maxAttempts: 2, requestHandler: waitingAtMost(5000), ...config });

/** Hands messages to SES, tagged so that its reports find the email without a search. */
export const sesSender =
  (client: SESClient, configurationSet: string | undefined): SendEmail =>
  async ({ raw, from, to, decisionId, key }) => {
    const command = new SendRawEmailCommand({
      RawMessage: { Data: raw },
      Source: from,
      Destinations: [to],
      ConfigurationSetName: configurationSet,
      Tags: [
        { Name: 'decision', Value: decisionId },
        { Name: 'email', Value: key },
      ],
    });
    try {
      const { MessageId } = await client.send(command);
      return { accepted: true, messageId: MessageId ?? '' };
    } catch (fault) {
      if (isForGood(fault)) return { accepted: false, reason: fault.message };
      throw fault;
    }
  };
