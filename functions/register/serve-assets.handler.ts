import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { assetNamed } from '../page/assets.ts';

// The name of every asset changes with its content, so a browser may keep it for ever.
const forEver = 'public, max-age=31536000, immutable';

const common = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" };

/** Serves the style sheets of the pages, by names that change with their content. */
export const handler = async (event: Pick<APIGatewayProxyEventV2, 'pathParameters'>): Promise<APIGatewayProxyStructuredResultV2> => {
  const asset = assetNamed(event.pathParameters?.file ?? '');
  if (!asset)
    return {
      statusCode: 404,
      headers: { ...common, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      body: 'There is no such file.\n',
    };
  return { statusCode: 200, headers: { ...common, 'content-type': asset.contentType, 'cache-control': forEver }, body: asset.body };
};
