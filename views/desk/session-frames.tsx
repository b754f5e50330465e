import type { AnsweringProps } from './answering.tsx';
import { Answering } from './answering.tsx';
import { ReassignHere } from './client-info.tsx';
import { SessionHead, type SessionHeadProps } from './session-head.tsx';

/** What a frame brings when a session changed its state or owner: everything about it that shows what may be done. */
export const SessionChanged = (props: AnsweringProps & SessionHeadProps) => (
  <>
    <SessionHead session={props.session} words={props.words} {...(props.place && { place: props.place })} />
    <ReassignHere session={props.session} words={props.words} />
    <Answering {...props} />
  </>
);
