import { deskContractScenes, publicContractScenes } from './contract-scenes.ts';
import { deskScenes } from './desk-scenes.ts';
import { contractScenes, linkScenes, subscriptionScenes } from './link-scenes.ts';
import { publicScenes } from './public-scenes.ts';
import type { Scene } from './scene.ts';

/** Every kind of page in every state that changes what is on it, made by the code that serves it, with nothing running. */
export const gallery = async (): Promise<Scene[]> => [
  ...(await publicScenes()),
  ...(await linkScenes()),
  ...subscriptionScenes(),
  ...contractScenes(),
  ...publicContractScenes(),
  ...(await deskScenes()),
  ...(await deskContractScenes()),
];
