// A bare Hono application that answers the same bytes, from memory, to everything: what a page is held against.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { listening } from './listening.ts';

const page = readFileSync(process.argv[2] ?? '', 'utf8');
const app = new Hono();
app.get('*', (c) => c.html(page));

listening(createServer(getRequestListener(app.fetch)));
