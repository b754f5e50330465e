import { defineConfig } from 'drizzle-kit';
import { dialect } from './src/db/dialect.ts';

export default defineConfig({
  dialect: dialect === 'pg' ? 'postgresql' : 'sqlite',
  schema: './src/db/schema.ts',
  out: `./src/db/migrations/${dialect}`,
});
