/** How a rationale is set, wherever it is rendered. */
export const PROSE =
  'flex flex-col gap-4 font-serif text-17 lining-nums [&_:is(h3,h4,h5,h6)]:font-semibold [&_h3]:text-21 [&_ol]:list-decimal [&_ul]:list-disc [&_:is(ol,ul)]:pl-6 [&_blockquote]:border-line [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_code]:font-mono [&_code]:text-15 [&_pre]:overflow-x-auto [&_pre]:bg-sunk [&_pre]:p-3 [&_.cite]:font-sans [&_.cite]:text-13 [&_.cite]:no-underline [&_.cite]:tabular-nums'
