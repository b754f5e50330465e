import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { setIconSprite } from '../views/icons/icon.tsx';
import { createCodePatience } from './people/second-factor/patience.ts';
import { createPatience } from './people/sign-in/patience.ts';
import { createSignIns } from './people/sign-in/sign-ins.ts';
import { adminRoutes } from './web/admin/index.ts';
import { asset, assetRoutes } from './web/assets.ts';
import { deskRoutes } from './web/desk/index.ts';
import type { Anyone, House } from './web/env.ts';
import { fileRoutes } from './web/files.ts';
import { compressed } from './web/guard/compress.ts';
import { notFound, onError } from './web/guard/errors.tsx';
import { headers } from './web/guard/headers.ts';
import { language } from './web/guard/language.ts';
import { sameOrigin } from './web/guard/same-origin.ts';
import { setUpFirst } from './web/guard/set-up.ts';
import { signedIn } from './web/guard/signed-in.ts';
import { healthRoutes } from './web/health.ts';
import { homeRoutes } from './web/home.ts';
import { lineRoutes } from './web/lines/index.ts';
import { liveRoutes } from './web/live.ts';
import { meRoutes } from './web/me/index.ts';
import { secondFactorRoutes } from './web/me/second-factor.tsx';
import { secondFactorSetUpRoutes } from './web/me/second-factor-set-up.tsx';
import { messagesRoutes } from './web/messages/index.ts';
import { peopleRoutes } from './web/people.ts';
import { setupRoutes } from './web/setup/index.tsx';
import { codeRoutes } from './web/sign-in/code.tsx';
import { signInRoutes } from './web/sign-in/index.tsx';
import { passwordRoutes } from './web/sign-in/password.tsx';

/** Puts the doors together: what every request passes, then each router. @throws if the assets are not built */
export const createApp = (house: House): Hono<Anyone> => {
  setIconSprite(asset('icons.svg'));
  const app = new Hono<Anyone>();
  app.onError(onError);
  app.notFound(notFound);
  app.use(given(house), headers, language, compressed);
  app.route('/', healthRoutes);
  app.route('/', assetRoutes);
  app.use(sameOrigin, setUpFirst());
  app.route('/', setupRoutes);
  app.route('/', signInRoutes);
  app.route('/', codeRoutes);
  app.route('/', passwordRoutes);
  app.use('/live/*', signedIn);
  app.route('/', liveRoutes);
  app.route('/', homeRoutes);
  app.route('/', meRoutes);
  app.route('/', secondFactorRoutes);
  app.route('/', secondFactorSetUpRoutes);
  app.route('/', adminRoutes);
  app.route('/', lineRoutes);
  app.route('/', deskRoutes);
  app.route('/', messagesRoutes);
  app.route('/', fileRoutes);
  app.route('/', peopleRoutes);
  return app;
};

/** Hands every request what the start gave. */
const given = (house: House) => {
  const { db, config } = house;
  const signIns = createSignIns(db, { secure: config.publicUrl?.startsWith('https:') ?? false });
  const patience = createPatience();
  const codePatience = createCodePatience();
  return createMiddleware<Anyone>(async (c, next) => {
    c.set('house', house);
    c.set('signIns', signIns);
    c.set('patience', patience);
    c.set('codePatience', codePatience);
    await next();
  });
};
