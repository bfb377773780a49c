import { clearancePage } from '../clearance/clearance.page.tsx';
import { consultationPage } from '../consultation/consultation.page.tsx';
import { determinationPage } from '../determination/determination.page.tsx';
import { agreementPage } from '../notice/agreement.page.tsx';
import type { Asking } from './asked.tsx';

/** The page of the stage that asks. */
export const formPage = (asking: Asking): string => {
  switch (asking.step.stage) {
    case 'clearance':
      return clearancePage(asking);
    case 'consultation':
      return consultationPage(asking);
    case 'agreement':
      return agreementPage(asking);
    case 'determination':
      return determinationPage(asking);
    default:
      return asking.step.stage satisfies never;
  }
};
