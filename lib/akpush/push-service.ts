import { pushServiceOf } from './push-services';

/** The push service that an endpoint belongs to, with the browsers that it is for where that says more, or its host. */
export const pushServiceName = (endpoint: string): string => {
  const service = pushServiceOf(endpoint);
  if (service) return service.browsers ? `${service.name} (${service.browsers})` : service.name;
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
};

/** The same without the browsers that it is for, where there is little room. */
export const shortPushServiceName = (endpoint: string): string =>
  pushServiceOf(endpoint)?.name ?? pushServiceName(endpoint);
