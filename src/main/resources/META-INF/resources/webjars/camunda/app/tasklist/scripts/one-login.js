// There is one login for everything; this application's own form would never let anybody in.
const leave = () => {
  if (window.location.hash.startsWith('#/login')) {
    const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
    window.location.replace(`${root}/login`);
  }
};

window.addEventListener('hashchange', leave);
leave();
