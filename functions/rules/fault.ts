/** One fault of what was sent: where, as `financialImplications.expenditure.0.amountPence`, and what to do about it. */
export type Fault = { path: string; message: string };
