/** The pages that a server has, and the way between them. */
export function Pages({ here }: { readonly here: "explorer" | "query" }) {
  const link = (name: string, address: string, is: boolean) => (
    <a href={address} {...(is ? { "aria-current": "page" as const } : {})}>
      {name}
    </a>
  );
  return (
    <nav class="pages" aria-label="Pages">
      {link("Explorer", "/", here === "explorer")}
      {link("Query", "/query", here === "query")}
      {link("Ontology", "/ontology", false)}
    </nav>
  );
}
