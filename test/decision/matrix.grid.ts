/**
 * What the clerk is told, by hand. A status in the grid is where the decision then stands; "no:" is the rule that refuses. The
 * proposal is key, by ordinary notice of 7 March 2023, decided on 5 April by one Cabinet Member and called in on 11 April.
 */
export const grids = [
  `
                               | nothing yet          | draft              | in-clearance       | cleared
draft-proposal                 | draft                | no: already-exists | no: already-exists | no: already-exists
import-decision                | effective            | no: already-exists | no: already-exists | no: already-exists
amend-proposal                 | no: no-such-decision | draft              | in-clearance       | in-clearance
submit-proposal                | no: no-such-decision | in-clearance       | no: stage          | no: stage
give-clearance                 | no: no-such-decision | no: stage          | in-clearance       | no: already-answered
publish-notice                 | no: no-such-decision | no: stage          | no: stage          | notice-published
give-agreement                 | no: no-such-decision | no: stage          | no: stage          | no: stage
answer-consultation            | no: no-such-decision | no: stage          | no: stage          | no: stage
record-committee-outcome       | no: no-such-decision | no: stage          | no: stage          | cleared
determine                      | no: no-such-decision | no: stage          | no: stage          | no: stage
record-meeting                 | no: no-such-decision | no: stage          | no: stage          | no: stage
withdraw-proposal              | no: no-such-decision | withdrawn          | withdrawn          | withdrawn
defer-proposal                 | no: no-such-decision | no: stage          | no: stage          | deferred
resume-proposal                | no: no-such-decision | no: stage          | no: stage          | no: stage
hand-over-proposal             | no: no-such-decision | draft              | in-clearance       | cleared
call-in-decision               | no: no-such-decision | no: stage          | no: stage          | no: stage
validate-call-in               | no: no-such-decision | no: stage          | no: stage          | no: stage
conclude-call-in               | no: no-such-decision | no: stage          | no: stage          | no: stage
reconsider-decision            | no: no-such-decision | no: stage          | no: stage          | no: stage
challenge-key-status           | no: no-such-decision | no: stage          | no: stage          | no: stage
report-key-status              | no: no-such-decision | no: stage          | no: stage          | no: stage
supersede-decision             | no: no-such-decision | no: stage          | no: stage          | no: stage
point-out-splitting            | no: no-such-decision | no: stage          | in-clearance       | cleared
ask-call-in-waiver             | no: no-such-decision | no: stage          | no: stage          | no: stage
ask-private-meeting-consent    | no: no-such-decision | no: stage          | no: stage          | no: stage
publish-private-meeting-notice | no: no-such-decision | no: stage          | no: stage          | no: stage
record-answer                  | no: no-such-decision | no: stage          | in-clearance       | no: already-answered
reissue-link                   | no: no-such-decision | no: stage          | in-clearance       | no: already-answered
delegate-step                  | no: no-such-decision | no: stage          | in-clearance       | no: already-answered
mark-undeliverable             | no: no-such-decision | no: stage          | in-clearance       | no: already-answered
mark-notice-undeliverable      | no: no-such-decision | no: stage          | in-clearance       | cleared
record-written-notice          | no: no-such-decision | no: stage          | no: stage          | no: stage
run-daily-check                | no: no-such-decision | no: stage          | in-clearance       | no: stage
`,
  `
                               | notice-published             | awaiting-decision         | deferred             | withdrawn
draft-proposal                 | no: already-exists           | no: already-exists        | no: already-exists   | no: already-exists
import-decision                | no: already-exists           | no: already-exists        | no: already-exists   | no: already-exists
amend-proposal                 | in-clearance                 | in-clearance              | no: stage            | no: stage
submit-proposal                | no: stage                    | no: stage                 | no: stage            | no: stage
give-clearance                 | no: already-answered         | no: already-answered      | no: already-answered | no: already-answered
publish-notice                 | no: notice-already-published | no: stage                 | no: stage            | no: stage
give-agreement                 | no: no-such-step             | no: no-such-step          | no: stage            | no: stage
answer-consultation            | notice-published             | awaiting-decision         | deferred             | no: step-void
record-committee-outcome       | notice-published             | awaiting-decision         | deferred             | no: stage
determine                      | no: notice-period            | decided                   | no: stage            | no: stage
record-meeting                 | no: notice-period            | no: decided-by-one-person | no: stage            | no: stage
withdraw-proposal              | withdrawn                    | withdrawn                 | withdrawn            | no: stage
defer-proposal                 | deferred                     | deferred                  | no: stage            | no: stage
resume-proposal                | no: stage                    | no: stage                 | notice-published     | no: stage
hand-over-proposal             | notice-published             | awaiting-decision         | deferred             | no: stage
call-in-decision               | no: stage                    | no: stage                 | no: stage            | no: stage
validate-call-in               | no: stage                    | no: stage                 | no: stage            | no: stage
conclude-call-in               | no: stage                    | no: stage                 | no: stage            | no: stage
reconsider-decision            | no: stage                    | no: stage                 | no: stage            | no: stage
challenge-key-status           | no: stage                    | no: stage                 | no: stage            | no: stage
report-key-status              | no: stage                    | no: stage                 | no: stage            | no: stage
supersede-decision             | no: stage                    | no: stage                 | no: stage            | no: stage
point-out-splitting            | notice-published             | awaiting-decision         | no: stage            | no: stage
ask-call-in-waiver             | notice-published             | awaiting-decision         | no: stage            | no: stage
ask-private-meeting-consent    | no: meeting-in-public        | no: stage                 | no: stage            | no: stage
publish-private-meeting-notice | no: meeting-in-public        | no: stage                 | no: stage            | no: stage
record-answer                  | notice-published             | decided                   | deferred             | no: step-void
reissue-link                   | notice-published             | awaiting-decision         | deferred             | no: step-void
delegate-step                  | notice-published             | awaiting-decision         | deferred             | no: step-void
mark-undeliverable             | notice-published             | awaiting-decision         | deferred             | no: step-void
mark-notice-undeliverable      | notice-published             | awaiting-decision         | deferred             | no: stage
record-written-notice          | no: written-notice-not-due   | no: written-notice-not-due | no: written-notice-not-due | no: stage
run-daily-check                | notice-published             | awaiting-decision         | deferred             | no: stage
`,
  `
                               | decided                 | called-in                 | effective               | declined
draft-proposal                 | no: already-exists      | no: already-exists        | no: already-exists      | no: already-exists
import-decision                | no: already-exists      | no: already-exists        | no: already-exists      | no: already-exists
amend-proposal                 | no: stage               | no: stage                 | no: stage               | no: stage
submit-proposal                | no: stage               | no: stage                 | no: stage               | no: stage
give-clearance                 | no: already-answered    | no: already-answered      | no: already-answered    | no: already-answered
publish-notice                 | no: stage               | no: stage                 | no: stage               | no: stage
give-agreement                 | no: stage               | no: stage                 | no: stage               | no: stage
answer-consultation            | no: consultation-closed | no: consultation-closed   | no: consultation-closed | no: consultation-closed
record-committee-outcome       | no: stage               | no: stage                 | no: stage               | no: stage
determine                      | no: already-answered    | no: already-answered      | no: already-answered    | no: already-answered
record-meeting                 | no: stage               | no: stage                 | no: stage               | no: stage
withdraw-proposal              | no: stage               | no: stage                 | no: stage               | no: stage
defer-proposal                 | no: stage               | no: stage                 | no: stage               | no: stage
resume-proposal                | no: stage               | no: stage                 | no: stage               | no: stage
hand-over-proposal             | decided                 | called-in                 | no: stage               | no: stage
call-in-decision               | called-in               | no: call-in-once-only     | no: call-in-closed      | no: stage
validate-call-in               | no: stage               | called-in                 | no: stage               | no: stage
conclude-call-in               | no: stage               | decided                   | no: stage               | no: stage
reconsider-decision            | no: stage               | no: call-in-outcome-first | no: stage               | no: stage
challenge-key-status           | no: treated-as-key      | no: treated-as-key        | no: treated-as-key      | no: stage
report-key-status              | no: no-report-required  | no: no-report-required    | no: no-report-required  | no: stage
supersede-decision             | decided                 | called-in                 | effective               | no: stage
point-out-splitting            | no: stage               | no: stage                 | no: stage               | no: stage
ask-call-in-waiver             | no: stage               | no: stage                 | no: stage               | no: stage
ask-private-meeting-consent    | no: stage               | no: stage                 | no: stage               | no: stage
publish-private-meeting-notice | no: stage               | no: stage                 | no: stage               | no: stage
record-answer                  | no: already-answered    | no: already-answered      | no: already-answered    | no: already-answered
reissue-link                   | no: already-answered    | no: already-answered      | no: already-answered    | no: already-answered
delegate-step                  | no: already-answered    | no: already-answered      | no: already-answered    | no: already-answered
mark-undeliverable             | no: already-answered    | no: already-answered      | no: already-answered    | no: already-answered
mark-notice-undeliverable      | no: stage               | no: stage                 | no: stage               | no: stage
record-written-notice          | no: stage               | no: stage                 | no: stage               | no: stage
run-daily-check                | decided                 | called-in                 | no: stage               | no: stage
`,
];

const cells = (row: string) => row.split('|').map((cell) => cell.trim());

/** Each answer of the grids by its command and standing: `determine, draft`. */
export const answersOf = (tables: string[]): Map<string, string> =>
  new Map(
    tables.flatMap((table) => {
      const [head = '', ...rows] = table.trim().split('\n');
      const standings = cells(head.startsWith('|') ? head : `|${head}`).filter((cell) => cell !== '');
      return rows.flatMap((row) => {
        const [command = '', ...answers] = cells(row);
        return standings.map((standing, index): [string, string] => [`${command}, ${standing}`, answers[index] ?? '']);
      });
    }),
  );
