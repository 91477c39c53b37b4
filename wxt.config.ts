import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/**
 * Takes the polyfill, a CommonJS module, for what it exports. As bundled, all properties of the browser's API would be
 * copied one by one, and the browser makes each part of its API when it is first looked at: a fifth of the time our
 * script takes to start on a page.
 */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  transform: {
    filter: { id: /webextension-polyfill[\\/]dist[\\/]browser-polyfill(?:\.min)?\.js$/ },
    handler: (code) => ({
      code: `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;`,
      map: null,
    }),
  },
};

/** Test builds carry the permission to every site, since no automation can press a browser's permission prompt. */
const everySiteGranted = process.env.COMMON_GROUND_GRANT_ALL === '1';

/** `npm run dev` opens a browser, where there is a display to open it on. */
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: noDisplay },
  vite: () => ({ plugins: [polyfillAsModule] }),
  modules: ['@wxt-dev/webextension-polyfill'],
  // A test build has a place of its own, so it can never be taken for the one to publish.
  outDir: everySiteGranted ? '.output/test' : '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  zip: { excludeSources: ['test/**', '.cache/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    short_name: '__MSG_manifest_short_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: everySiteGranted ? ['*://*/*'] : [],
    optional_host_permissions: ['*://*/*'],
    // Card and panel on a page are frames of ours. In Chromium its address is made anew at each start, so that no page can
    // tell by asking for it whether we are there; Firefox has another id for each copy and knows no such key.
    web_accessible_resources: [
      {
        resources: ['card.html', 'panel.html'],
        matches: ['*://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    action: { default_icon: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png' } },
    // Firefox's default would upgrade http: to https: and so lose a handbook on an intranet without certificates.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'; frame-src 'none'" },
    omnibox: { keyword: 'cg' },
    commands: {
      'define-selection': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_manifest_command_define__',
      },
      'next-term': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_manifest_command_next__',
      },
      'previous-term': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_manifest_command_previous__',
      },
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_manifest_command_panel__',
      },
    },
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'panel.html',
            default_title: '__MSG_manifest_short_name__',
            default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'common-ground@extension.example',
              strict_min_version: '150.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          side_panel: { default_path: 'panel.html' },
          minimum_chrome_version: '140',
          // Fixes the id of unpacked copies, so that policies and tests can name it.
          key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4uRTd1lrSIdclzumtFkHvoG7CUT3A/qS11dhgSmRLgnI+1Fe95hA/IwubBZiWRX7cfSHTJygaO4ru3SBRP+Yzn1CaSNrbYAZNBnj2KQDIUXmEoZp4/2TK0BSHzfjdqhjmRsDXZboJzk4oF0ooSk6h1qCQyMrD91McvlyLdaLy0E+kCfjXJQ35Vlr3osGWDw3ncEKXXZ7gHUTxid0rK4tDd7G70lOzhkKrvycQYDYQnJRhaj0dCCwgenjXRnffKMuYC0co1M4QId2l8vQavMrfhLaVQ9edv+DH7XuYugDuU9OsITxAcY18cSXg9r3aF+ZbUqVfZafIGCFtXhds+h59wIDAQAB',
        }),
  }),
});
