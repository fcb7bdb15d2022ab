/** The page before the store's first answer, or instead of it. */
export function Opening({ error, again }: { readonly error: string | null; again(): void }) {
  return (
    <div class="opening" role={error === null ? "status" : "alert"}>
      {error ?? "The store is being fetched …"}{" "}
      {error !== null && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
