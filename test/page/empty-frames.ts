/** Frames without an address are loaded in the tests' own DOM, which otherwise complains of each. */
const { settings } = (
  window as unknown as {
    happyDOM: { settings: { disableIframePageLoading: boolean; enableIframePageLoading: boolean } };
  }
).happyDOM;
settings.disableIframePageLoading = false;
settings.enableIframePageLoading = true;
