/**
 * The place DynamoDB's client would keep endpoints that it has been told of. It makes one, and no command of its own ever looks
 * there: other services' do. The bundles carry this in the place of `@aws-sdk/endpoint-cache`.
 */
export class EndpointCache {}
