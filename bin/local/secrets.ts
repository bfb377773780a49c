import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import * as z from 'zod/mini';
import { readBody } from './read-body.ts';
import { listen } from './listen.ts';

const askedSchema = z.looseObject({ SecretId: z.string(), VersionStage: z._default(z.string(), 'AWSCURRENT') });

/** Stands in for Secrets Manager: GetSecretValue, and as on AWS no AWSPREVIOUS before a first rotation. */
export class LocalSecrets {
  private readonly values: ReadonlyMap<string, string>;
  private readonly server: Server;

  constructor(values: ReadonlyMap<string, string>) {
    this.values = values;
    this.server = createServer(async (request, response) => {
      const body = (await readBody(request, 65_536))?.toString() ?? '{}';
      const { status, answer } = this.answer(String(request.headers['x-amz-target']), JSON.parse(body));
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
    });
  }

  start(): Promise<string> {
    return listen(this.server);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(target: string, body: unknown): { status: number; answer: object } {
    if (target !== 'secretsmanager.GetSecretValue')
      return refusal('UnrecognizedClientException', `${target} is not imitated on this machine.`);
    const { SecretId, VersionStage } = askedSchema.parse(body);
    const value = VersionStage === 'AWSCURRENT' ? this.values.get(SecretId) : undefined;
    if (value === undefined)
      return refusal(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for staging label: ${VersionStage}`,
      );
    return {
      status: 200,
      answer: { ARN: SecretId, Name: SecretId, SecretString: value, VersionId: 'local', VersionStages: [VersionStage] },
    };
  }
}

function refusal(type: string, message: string): { status: number; answer: object } {
  return { status: 400, answer: { __type: type, message } };
}

/** A new secret of the length the template asks for. */
export function generateSecret(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}
