// A class without a name, as some bundlers leave it.

window.AKPush = class {
  async initSubscription() {
    return undefined;
  }
  static async removeToken() {
    return { result: 'not-found' };
  }
};
