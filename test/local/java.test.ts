import { describe, expect, it } from 'vitest';
import { javaProblem } from '../../bin/local/dynamodb.ts';

describe('Java for DynamoDB Local', () => {
  it.each(['openjdk version "17.0.15" 2025-04-15', 'openjdk version "21" 2023-09-19', 'java version "25.0.1"'])(
    'is new enough: %s',
    (version) => {
      expect(javaProblem(version)).toBeUndefined();
    },
  );

  it.each([
    [undefined, 'no java was found'],
    ['java version "1.8.0_392"', 'this is Java 8'],
    ['openjdk version "11.0.20"', 'this is Java 11'],
  ])('is asked for in one line that installs it, given %s', (version, words) => {
    expect(javaProblem(version)).toContain(words);
    expect(javaProblem(version)).toContain('apt-get install -y default-jre-headless');
    expect(javaProblem(version)).not.toContain('\n');
  });
});
