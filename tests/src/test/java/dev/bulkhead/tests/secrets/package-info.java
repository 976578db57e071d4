/** Whether secrets, and the keys made of them, come out anywhere; start at CanarySecretsTest. */
package dev.bulkhead.tests.secrets;
