type RefusedProps = { title: string; text: string; href: string; link: string };

/** What could not be taken at all, and the way on. */
export const Refused = ({ title, text, href, link }: RefusedProps) => (
  <div class="error-body">
    <h1>{title}</h1>
    <p>{text}</p>
    <a class="button primary" href={href}>
      {link}
    </a>
  </div>
);
