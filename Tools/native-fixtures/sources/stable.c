/* A module for the stable ABI of Python 3.6 that asks for what came in 3.10 and 3.11. */
typedef struct _object PyObject;
extern PyObject *PyModule_Create2(void *, int);
extern const char *PyUnicode_AsUTF8AndSize(PyObject *, long *);
extern PyObject *PyType_GetName(void *);
PyObject *PyInit_abbad(void) {
    long size;
    PyObject *module = PyModule_Create2(0, 3);
    PyUnicode_AsUTF8AndSize(module, &size);
    return PyType_GetName(module);
}
