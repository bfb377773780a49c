import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { councilStore } from '../platform/store/council-store.ts';
import { readEnv } from '../platform/env.ts';
import { now } from '../platform/clock.ts';
import { orFault } from '../platform/http/or-fault.ts';
import { documentClient } from '../platform/table/table.ts';
import { publicRequestOf, sent } from './public-answer.ts';
import { publicAnswer } from './public-routes.ts';
import type { PublicDeps } from './public-deps.ts';
import { dynamoPublicStore } from './public-store.ts';

/** Answers the public: the front page, the lists, the feeds, and every notice and record of decision. */
export const readRegister =
  (deps: PublicDeps) =>
  (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const request = publicRequestOf(event);
    return orFault(event, deps.origin, 'A public page failed', async () => sent(request, await publicAnswer(request, deps)));
  };

const { TABLE_NAME, PUBLIC_URL } = readEnv('TABLE_NAME', 'PUBLIC_URL');
const table = { client: documentClient(), tableName: TABLE_NAME };

export const handler = readRegister({ store: dynamoPublicStore(table), council: councilStore(table).loadCouncil, origin: PUBLIC_URL, now });
