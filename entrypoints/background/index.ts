import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '@/utils/messages/serve';
import { createHandlers } from './handlers';
import { listen } from './listen';
import { createServices } from './services';

// Listeners are registered before anything is awaited, or the event that woke the background would be lost.
export default defineBackground(() => {
  const services = createServices();
  serve(createHandlers(services));
  listen(services);
});
