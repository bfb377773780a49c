import { decide } from '../../functions/decision/decide.ts';
import type { OpenStep, Stage } from '../../functions/decision/decision.ts';
import type { Responding } from '../../functions/link/responding.ts';
import { respond } from '../../functions/link/respond.ts';
import type { LinkRequest } from '../../functions/link/link-request.ts';
import type { Telling } from '../email/telling.ts';

/** The pages behind the links of a told story, with nothing between them and the rules. Writes are carried out in the story. */
export class Pages {
  readonly story: Telling;
  readonly log: string[] = [];
  writes = 0;

  constructor(story: Telling) {
    this.story = story;
  }

  get responding(): Responding {
    const { story } = this;
    return {
      decisions: {
        load: async () => story.decision,
        execute: async (_, command, { given }) => {
          const outcome = decide(story.decision, command, given);
          if (!outcome.ok) return outcome;
          this.writes += 1;
          story.does(command);
          if (!story.decision) throw new Error('There is no decision');
          return { ok: true, decision: story.decision, events: [], answered: null };
        },
      },
      loadCouncil: async () => story.council,
      readLink: async (token) => {
        const [stepId = '', issue = ''] = token.split('~');
        return issue === '' ? null : { decisionId: 'a-decision', stepId, issue: Number(issue) };
      },
      publicUrl: 'https://decisions.kent.example',
      now: () => story.now,
      log: (message) => this.log.push(message),
    };
  }

  /** The token of the first open step of a stage, as its email would carry it. */
  link(stage: Stage): string {
    const step = this.story.decision?.steps.find((one): one is OpenStep => one.stage === stage && one.state === 'open');
    if (!step) throw new Error(`No ${stage} is open`);
    return `${step.id}~${step.issue}`;
  }

  get(token: string, method = 'GET') {
    return respond(this.responding)({ method, token, headers: {}, body: '' });
  }

  post(token: string, fields: Record<string, string>, headers: LinkRequest['headers'] = {}) {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    return respond(this.responding)({
      method: 'POST',
      token,
      headers: { ...form, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }
}
