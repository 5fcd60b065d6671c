/* A module whose own exports begin with Py: they are not imports from Python. */
typedef struct _object PyObject;
extern PyObject *PyModule_Create2(void *, int);
PyObject *PyMine_helper(void) { return 0; }
PyObject *PyInit_abgood(void) { return PyMine_helper() ? 0 : PyModule_Create2(0, 3); }
