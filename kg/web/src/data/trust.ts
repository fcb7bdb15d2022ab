interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/** The page's policy wants every script's address vouched for: the layout's worker, made of the page's own code, and no other. */
export function allowOwnWorkers(): void {
  const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  trusted?.createPolicy("default", {
    createScriptURL: (url) => {
      if (url.startsWith("blob:")) return url;
      throw new TypeError("Only this page's own code runs here.");
    },
  });
}
