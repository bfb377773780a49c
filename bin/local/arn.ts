/** The account that everything on this machine belongs to. */
export const accountId = '000000000000';

/**
 * How the ARN of whatever the template makes begins here; its logical id follows. The roles are resolved to it, and what is asked of AWS is
 * named by it.
 */
export const arnPrefix = `arn:aws:local:eu-west-2:${accountId}:`;
